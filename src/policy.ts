/**
 * The first thing that runs: it narrows down what the page may connect to, for as long as the page lives. The policy in
 * index.html has to be the same for everybody, so it can't name the one origin that this visitor's model comes from;
 * this one can. Browsers obey both. See docs/security.md.
 */
import { connectPolicy } from "./model/registry";

if (import.meta.env.PROD) {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = connectPolicy(new URLSearchParams(location.search).get("model"), location.href);
  document.head.append(policy);
}
