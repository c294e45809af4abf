/**
 * Asks the registries for known weaknesses of everything in the lock files. Exits with 0 only if all was looked up and
 * nothing found: a registry that keeps no such list is a failure, not a clean bill.
 */
import { spawnSync } from "node:child_process";
import { z } from "zod";

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
const options = [
  "--strict",
  "--disable-pip",
  "--require-hashes",
  "--format=json",
  "-r",
  "models/requirements.txt",
];
const reportSchema = z.object({
  dependencies: z.array(
    z.object({ name: z.string(), version: z.string(), vulns: z.array(z.object({ id: z.string() })) }),
  ),
});

/** What is known of the Python packages, by the first service that answers for all of them; null if none does. */
function pythonFindings(): string[] | null {
  for (const service of ["pypi", "osv"]) {
    console.log(`pip-audit asks ${service}:`);
    const { stdout } = spawnSync(command, [...lead, "--vulnerability-service", service, ...options], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    // It reports only if everything was looked up.
    if (stdout.trim() === "") continue;
    const { dependencies } = reportSchema.parse(JSON.parse(stdout));
    return dependencies.flatMap(({ name, version, vulns }) =>
      vulns.map(({ id }) => `${name} ${version}: ${id}`),
    );
  }
  return null;
}

// It says itself what it finds.
const npm = run("npm", ["audit"], "inherit") === 0;
const python = pythonFindings();
for (const finding of python ?? []) console.log(finding);
console.log(`npm audit: ${npm ? "nothing known" : "not clean, or not looked up (see above)"}`);
console.log(
  `pip-audit: ${python === null ? "not looked up (see above)" : python.length === 0 ? "nothing known" : "not clean"}`,
);
process.exit(npm && python?.length === 0 ? 0 : 1);
