/** What views need of the domain besides types: values and functions for show. */
export { forAndAgainst, NOTHING } from "../domain/attribution";
export { blindSpots } from "../domain/blindSpots";
export { differenceOf } from "../domain/comparison";
export { writeJson } from "../domain/json";
export { madeHistory, preferredTools, questions } from "../domain/makeUser";
export { mockResponse } from "../domain/mockResponse";
export { origins } from "../domain/origin";
export { readPartialCall } from "../domain/partialCall";
export { MAX_CANDIDATES, MAX_QUERY_LENGTH } from "../domain/scenario";
export { certainty } from "../domain/selection";
export { textIn } from "../domain/texts";
export { isPressed, shortcuts } from "../domain/shortcuts";
export { probabilities } from "../domain/shares";
export { shortName, toolParts } from "../domain/tool";
export { lessonLink } from "../domain/webAddress";
