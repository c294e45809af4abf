/** Checks the Python in `models/` with ruff; `--fix` formats it. Finds ruff in a virtual environment or on the PATH. */
import { spawnSync } from "node:child_process";

const candidates = [
  ["models/.venv/bin/ruff"],
  [".venv/bin/ruff"],
  ["ruff"],
  ["python3", "-m", "ruff"],
] as const;

const works = ([command, ...lead]: readonly string[]): boolean =>
  spawnSync(command ?? "", [...lead, "--version"], { stdio: "ignore" }).status === 0;

const ruff = candidates.find(works);
if (!ruff) {
  console.error(
    "ruff is missing, which checks the Python in models/. Install it, best in a virtual environment " +
      "(python3 -m venv .venv && . .venv/bin/activate):\n  pip install -r models/requirements-lint.txt",
  );
  process.exit(1);
}

const [command, ...lead] = ruff;
const fix = process.argv.includes("--fix");
const steps = fix ? [["check", "--fix"], ["format"]] : [["check"], ["format", "--check"]];
const statuses = steps.map(
  (step) => spawnSync(command, [...lead, ...step, "models"], { stdio: "inherit" }).status ?? 1,
);
process.exit(Math.max(...statuses));
