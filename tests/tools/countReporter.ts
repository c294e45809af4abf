import type { Reporter, TestModule } from "vitest/node";

/**
 * Prints `N passed, N failed` as the very last line of a run, and before it each test that passed only when it was
 * tried again. A file that could not be run at all and an error outside of any test count as one failure each.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    const again: string[] = [];
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        counts[test.result().state] += 1;
        if (test.diagnostic()?.flaky) again.push(`${module.relativeModuleId}: ${test.fullName}`);
      }
      if (module.state() === "failed" && counts.failed === before) counts.failed += 1;
    }
    const { passed, skipped } = counts;
    // A test without a result was cut off.
    const failed = counts.failed + counts.pending;
    process.once("exit", () => {
      for (const name of again) console.log(`passed only when tried again: ${name}`);
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
    });
  }
}
