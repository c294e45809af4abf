/** What views need of the domain besides types: values and functions for show. */
export { forAndAgainst, NOTHING } from "../domain/attribution";
export { blindSpots, blindSpotWords } from "../domain/blindSpots";
export { writeJson } from "../domain/json";
export { mockResponse } from "../domain/mockResponse";
export { origins } from "../domain/origin";
export { expectation } from "../domain/parameterText";
export { readPartialCall } from "../domain/partialCall";
export { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "../domain/scenario";
export { certainty } from "../domain/selection";
export { probabilities } from "../domain/shares";
export { shortName, toolParts } from "../domain/tool";
