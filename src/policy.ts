/**
 * The first thing that runs: it narrows down what the page may connect to, for as long as the page lives. The policy in
 * index.html has to be the same for everybody, so it can't name the origins that this visitor's model and lesson come from;
 * this one can. Browsers obey both. See docs/security.md.
 */
import { foreignOrigin } from "./domain/webAddress";
import { connectPolicy } from "./model/registry";

if (import.meta.env.PROD) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  const named = new URLSearchParams(location.search);
  const lesson = foreignOrigin(named.get("lesson"), location.href);
  policy.content = connectPolicy(named.get("model"), location.href, lesson ? [lesson] : []);
  document.head.append(policy);
}
