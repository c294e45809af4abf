/** What views need of the domain besides types: reading values and names for show. */
export { writeJson } from "../domain/json";
export { expectation, parameterOf, readValue, valueText } from "../domain/parameterText";
export { certainty } from "../domain/selection";
export { oneLine, shorten, toolParts } from "../domain/tool";
export { callFaults } from "../domain/toolCall";
export { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "../domain/scenario";
