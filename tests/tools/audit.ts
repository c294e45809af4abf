/**
 * Asks the registries for known weaknesses of everything in the lock files. Exits with 0 only if all was looked up and
 * nothing found: a registry that keeps no such list is a failure, not a clean bill.
 */
import { spawnSync } from "node:child_process";

const pipAudits = [
  ["models/.venv/bin/pip-audit"],
  [".venv/bin/pip-audit"],
  ["pip-audit"],
  ["uvx", "pip-audit"],
  ["pipx", "run", "pip-audit"],
] as const;

const run = (command: string, options: readonly string[], stdio: "inherit" | "ignore") =>
  spawnSync(command, [...options], { stdio }).status;

const pipAudit = pipAudits.find(([command, ...lead]) => run(command, [...lead, "--version"], "ignore") === 0);
if (!pipAudit) {
  console.error("pip-audit is missing: pip install pip-audit, best in a virtual environment (.venv).");
  process.exit(1);
}

const [command, ...lead] = pipAudit;
// Strict: without it, packages that could not be looked up count as sound.
const options = ["--strict", "--disable-pip", "--require-hashes", "-r", "models/requirements.txt"];
const results = {
  "npm audit": run("npm", ["audit"], "inherit"),
  "pip-audit": run(command, [...lead, ...options], "inherit"),
};
for (const [name, status] of Object.entries(results))
  console.log(`${name}: ${status === 0 ? "nothing known" : "not clean, or not looked up (see above)"}`);
process.exit(Object.values(results).every((status) => status === 0) ? 0 : 1);
