import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "playwright-core";
import { chromiumFlags, findChromium } from "../tools/chromium";

/** Where the test site has the tiny model. */
export const TINY = "/fixtures/tiny-llama/";

/** A headless Chromium with WebGPU on the processor, or, for the unhappy ways, without these flags. */
export function openBrowser(flags = chromiumFlags): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: flags });
}

/** One visitor with storage of their own, and what went wrong in their console. */
export class Visit {
  readonly page: Page;
  /** Errors in the console and requests to other origins; a policy violation is among the errors. */
  readonly problems: string[] = [];

  private constructor(page: Page, home: string) {
    this.page = page;
    page.on("pageerror", (error) => this.problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(message.text());
    });
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(home).origin)
        this.problems.push(`asked for ${request.url()}`);
    });
  }

  /** A new visitor on the page at `url`, which has shown its history. */
  static async to(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
    return Visit.inContext(context, url);
  }

  /** The same visitor, in a new tab. */
  another(url: string): Promise<Visit> {
    return Visit.inContext(this.page.context(), url);
  }

  /** A new visitor, whose page has nothing to show yet. */
  static async elsewhere(browser: Browser, url: string): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const visit = new Visit(await context.newPage(), url);
    await visit.page.goto(url);
    return visit;
  }

  /**
   * A new visitor at a booth, whose page waits for a touch.
   * @param prepare does something to the browser before the page is opened.
   */
  static async toBooth(
    browser: Browser,
    url: string,
    {
      prepare,
      ...options
    }: BrowserContextOptions & { prepare?: (context: BrowserContext) => Promise<unknown> } = {},
  ): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
    await prepare?.(context);
    const visit = new Visit(await context.newPage(), url);
    await visit.page.goto(url);
    await visit.get("attract").waitFor();
    return visit;
  }

  /** A visitor whose browser is prepared. */
  static async inContext(context: BrowserContext, url: string): Promise<Visit> {
    const visit = new Visit(await context.newPage(), url);
    await visit.page.goto(url);
    await visit.interactions.first().waitFor();
    return visit;
  }

  get(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  get interactions(): Locator {
    return this.get("interaction");
  }

  get candidates(): Locator {
    return this.get("candidate");
  }

  /** How many selections have finished since the page was opened. */
  async runs(): Promise<number> {
    return Number(await this.get("selection-runs").getAttribute("data-count"));
  }

  /** Waits until more than `before` selections have finished and none is under way. */
  async selected(before: number, timeout = 60_000): Promise<void> {
    await this.page.waitForFunction(
      (count) => {
        const runs = document.querySelector<HTMLElement>("[data-testid=selection-runs]")?.dataset["count"];
        const status = document.querySelector<HTMLElement>("[data-testid=selection-status]")?.dataset[
          "status"
        ];
        return Number(runs) > count && status === "done";
      },
      before,
      { timeout },
    );
  }

  // Locators wait here, as `waitForSelector` would keep what it finds in the page's memory, which some tests measure.

  /** Waits until each candidate has been told apart from the others. */
  async complete(timeout = 60_000): Promise<void> {
    await this.page.locator("[data-testid=candidates][data-complete=true]").first().waitFor({ timeout });
  }

  /** Chooses a language, and waits until the page speaks it. @param language its tag. */
  async speak(language: string): Promise<void> {
    await this.get("language").selectOption(language);
    await this.page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  }

  /** Loads the model, and waits for its first selection with all bars. */
  async choose(): Promise<void> {
    await this.loadModel();
    await this.selected(0);
    await this.complete();
  }

  /** Deletes calls, or removes candidates, but for so many: the newest calls, the last candidates. */
  async keep(testId: "interaction" | "candidate", count: number): Promise<void> {
    const rows = this.get(testId);
    while ((await rows.count()) > count)
      if (testId === "interaction") await rows.last().getByTestId("delete").click();
      // Messages may cover the last one.
      else await rows.first().getByTestId("remove-candidate").click();
  }

  async loadModel(timeout = 120_000): Promise<void> {
    await this.get("load-model").click();
    await this.status("model-status", "ready", timeout);
  }

  /** Waits until every edit is committed. */
  async saved(): Promise<void> {
    await this.page.locator("[data-testid=saved][data-saved=true]").first().waitFor();
  }

  /** Waits until the element with this test id has this status. */
  async status(testId: string, status: string, timeout = 30_000): Promise<void> {
    await this.page.locator(`[data-testid=${testId}][data-status=${status}]`).first().waitFor({
      timeout,
      state: "attached",
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
