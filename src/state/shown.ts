/** What views need of the domain besides types: values and names for show. */
export { writeJson } from "../domain/json";
export { expectation } from "../domain/parameterText";
export { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "../domain/scenario";
export { certainty } from "../domain/selection";
export { toolParts } from "../domain/tool";
