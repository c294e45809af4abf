/** Every state of the page for everyone: axe-core finds nothing, and a finger hits everything. */
import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { opened } from "./opened";
import { TINY, Visit } from "./visit";

/** CSS pixels: WCAG's enhanced target size; 2.2 AA asks for 24. */
const TARGET = 44;
/** What may be smaller, and why. */
const SMALLER: Record<string, string> = {
  "p a, li a": "a link in a sentence",
  ".handle": "drags a call; the buttons for newer and older do the same",
  "[data-testid=token]": "a token in the line that it is part of; the arrow keys and the list do the same",
};

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const { site, browser } = await opened();

/** What axe-core finds on the page as it is, in one line each. */
async function violations({ page }: Visit): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // What turns for ever is not waited for.
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished.catch(() => one)),
    ),
  );
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations: all } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  });
  return found;
}

/** Controls in sight that are smaller than a fingertip. */
async function small({ page }: Visit): Promise<string[]> {
  return page.evaluate(
    ({ least, exceptions }) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab], [role=radio]",
        ),
      ]
        .filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]"),
        )
        .filter((element) => !exceptions.some((selector) => element.matches(selector)))
        .map((element) => {
          // A label is part of what it labels.
          const labelled = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
          const labels = labelled ? [...(element.labels ?? [])] : [];
          const boxes = [element, ...labels].map((one) => one.getBoundingClientRect());
          return {
            width: Math.max(...boxes.map(({ width }) => width)),
            height: Math.max(...boxes.map(({ height }) => height)),
            html: element.outerHTML.slice(0, 140),
          };
        })
        .filter(({ width, height }) => width > 0 && (width < least - 0.5 || height < least - 0.5))
        .map(({ width, height, html }) => `${width.toFixed(0)} x ${height.toFixed(0)}: ${html}`),
    { least: TARGET, exceptions: Object.keys(SMALLER) },
  );
}

/** A state of the page, and how one gets there and away again. */
interface State {
  name: string;
  open: (visit: Visit) => Promise<unknown>;
  close?: (visit: Visit) => Promise<unknown>;
}

const dialog = (name: string, button: string, inside: string): State => ({
  name,
  open: async (visit) => {
    await visit.get(button).first().click();
    await visit.get(inside).first().waitFor();
  },
  close: async (visit) => {
    await visit.get("close-dialog").click();
    await visit.page.locator("[role=dialog]").waitFor({ state: "detached" });
  },
});

const explanation = (name: string, inside: string): State => ({
  name: `the explanation ${name}`,
  open: async (visit) => {
    await visit.get(`explain-${name}`).click();
    await visit.page.locator(inside).first().waitFor({ state: "attached", timeout: 120_000 });
  },
  close: (visit) => visit.get("close-explanation").click(),
});

const dialogs: State[] = [
  dialog("the data", "open-data", "export-data"),
  dialog("importing tools", "open-import", "close-dialog"),
  dialog("what there is to learn", "open-learn", "learn"),
  dialog("a link", "open-share", "close-dialog"),
  dialog("the display", "open-display", "display"),
  dialog("making a user", "open-make-user", "make-user"),
  dialog("about a user", "open-person", "person-name"),
  dialog("comparing", "open-compare", "compare"),
  dialog("the models", "manage-models", "model-address"),
  dialog("adding a call", "add-interaction", "tool-search"),
  dialog("editing a call", "edit", "save-call"),
  {
    name: "the shortcuts",
    open: async (visit) => {
      await visit.get("open-person").focus();
      await visit.page.keyboard.press("?");
      await visit.get("shortcuts").waitFor();
    },
    close: async (visit) => {
      await visit.get("close-dialog").click();
      await visit.page.locator("[role=dialog]").waitFor({ state: "detached" });
    },
  },
];

/** What one learns with; it leaves the page as it was. */
const learning: State[] = [
  {
    name: "a lesson and its explanation",
    open: async (visit) => {
      await visit.get("open-learn").click();
      await visit.get("start-lesson").first().click();
      await visit.get("explain-lesson").click();
      await visit.get("lesson-explanation").waitFor();
    },
    close: async (visit) => {
      await visit.get("leave-lesson").click();
      await visit.get("lesson").waitFor({ state: "detached" });
    },
  },
  {
    name: "the tour",
    open: async (visit) => {
      await visit.get("open-learn").click();
      await visit.get("start-tour").click();
      await visit.get("tour").waitFor();
    },
    close: async (visit) => {
      await visit.get("leave-tour").click();
      await visit.get("tour").waitFor({ state: "detached" });
    },
  },
];

const explanations: State[] = [
  explanation("why", "[data-testid=why][data-status=done]"),
  explanation("what-if", "[data-testid=search-flip]"),
  explanation("settings", "[data-testid=settings][data-status=done]"),
  explanation("hood", "[data-testid=hood-prompt]"),
];

async function loaded(query = "", options = {}): Promise<Visit> {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}${query}`, {
    reducedMotion: "reduce",
    ...options,
  });
  await visit.keep("interaction", 3);
  await visit.keep("candidate", 4);
  await visit.choose();
  return visit;
}

/** Goes through states and says what is wrong in each. */
async function tour(
  visit: Visit,
  states: readonly State[],
  check: (visit: Visit) => Promise<string[]>,
): Promise<string[]> {
  const all: string[] = [];
  for (const { name, open, close } of states) {
    await open(visit);
    all.push(...(await check(visit)).map((fault) => `${name}: ${fault}`));
    await close?.(visit);
  }
  return all;
}

const rest: State = { name: "at rest", open: () => Promise.resolve() };

describe("axe-core finds nothing", () => {
  test("at the start, before a model is loaded", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, { reducedMotion: "reduce" });
    expect(await tour(visit, [rest], violations)).toEqual([]);
    await visit.close();
  });

  test("with a selection, in each explanation and each dialog; then in every theme", async () => {
    const visit = await loaded();
    expect(await tour(visit, [rest, ...explanations, ...dialogs, ...learning], violations)).toEqual([]);
    const themes = [
      { colorScheme: "dark" },
      { colorScheme: "light", contrast: "more" },
      { colorScheme: "dark", contrast: "more" },
    ] as const;
    for (const media of themes) {
      await visit.page.emulateMedia(media);
      const states = [rest, ...explanations.slice(2), ...dialogs.slice(3, 7)];
      expect([media, await tour(visit, states, violations)]).toEqual([media, []]);
    }
    await visit.close();
  });

  test("in German on a phone", async () => {
    const visit = await loaded("&lang=de", PHONE);
    expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe("de");
    expect(await tour(visit, [rest, ...explanations, ...dialogs, ...learning], violations)).toEqual([]);
    await visit.close();
  });

  test("with two users compared", async () => {
    const visit = await loaded();
    await visit.get("open-compare").click();
    await visit.get("compare-with").selectOption("victor");
    await visit.status("comparison", "done", 120_000);
    expect(await violations(visit)).toEqual([]);
    await visit.close();
  });

  test("in the view for a projector, at each step, and with the code for the audience", async () => {
    const visit = await loaded();
    await visit.get("open-share").click();
    await visit.get("start-presenter").click();
    // Keys reach it from when it stands there.
    await visit.get("presenter").waitFor();
    for (const step of ["history", "candidates", "selection", "why", "what-if", "settings"]) {
      if (step === "history") await visit.page.keyboard.press("Home");
      else await visit.page.keyboard.press("PageDown");
      await visit.page.locator(`[data-testid=presenter][data-step=${step}]`).waitFor();
      expect([step, await violations(visit)]).toEqual([step, []]);
    }
    await visit.get("presenter-qr").click();
    await visit.page.locator("[data-testid=qr], [data-testid=qr-long]").first().waitFor();
    expect(await violations(visit)).toEqual([]);
    await visit.close();
  });

  test("in a booth: while nobody is there, during a visit, and before it ends", async () => {
    const visit = await Visit.toBooth(browser, `${site.url}?model=${TINY}&kiosk=12`, {
      reducedMotion: "reduce",
    });
    expect(await violations(visit)).toEqual([]);
    await visit.page.keyboard.press("Control+Alt+k");
    await visit.get("booth-counts").waitFor();
    expect(await violations(visit)).toEqual([]);
    await visit.get("close-dialog").click();
    await visit.get("start").click();
    await visit.interactions.first().waitFor();
    await visit.get("still-there").waitFor({ timeout: 30_000 });
    expect(await violations(visit)).toEqual([]);
    await visit.close();
  });
});

describe("on a phone a finger hits everything", () => {
  test("with a selection, in each explanation and each dialog", async () => {
    const visit = await loaded("", PHONE);
    expect(await tour(visit, [rest, ...explanations, ...dialogs, ...learning], small)).toEqual([]);
    await visit.close();
  });

  test("at the start, and in a booth", async () => {
    const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, PHONE);
    expect(await small(visit)).toEqual([]);
    await visit.close();
    const booth = await Visit.toBooth(browser, `${site.url}?model=${TINY}&kiosk=600`, PHONE);
    expect(await small(booth)).toEqual([]);
    await booth.get("start").click();
    await booth.interactions.first().waitFor();
    expect(await small(booth)).toEqual([]);
    await booth.close();
  });
});

test("by keyboard alone, each stop of the tab key can be seen", async () => {
  const visit = await Visit.to(browser, `${site.url}?model=${TINY}`, { reducedMotion: "reduce" });
  await visit.keep("interaction", 2);
  await visit.keep("candidate", 2);
  // From the beginning of the page.
  await visit.saved();
  await visit.page.reload();
  await visit.interactions.first().waitFor();
  const unseen: string[] = [];
  const stops = new Set<string>();
  for (let at = 0; at < 120; at++) {
    await visit.page.keyboard.press("Tab");
    const stop = await visit.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // What is hidden shows its focus on the label around it.
      const shows = [
        element,
        element.closest("label"),
        element.nextElementSibling,
        element.parentElement,
      ].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      return { html: element.outerHTML.slice(0, 140), shows };
    });
    if (!stop) break;
    stops.add(stop.html);
    if (!stop.shows) unseen.push(stop.html);
  }
  expect(unseen).toEqual([]);
  expect(stops.size).toBeGreaterThan(25);
  await visit.close();
});
