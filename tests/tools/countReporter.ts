import type { Reporter, TestModule } from "vitest/node";

/**
 * Prints `N passed, N failed` as the very last line of a run. A file that could not be run at all and an error
 * outside of any test count as one failure each.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.state() === "failed" && counts.failed === before) counts.failed += 1;
    }
    const { passed, skipped } = counts;
    // A test without a result was cut off.
    const failed = counts.failed + counts.pending;
    process.once("exit", () => {
      console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
    });
  }
}
