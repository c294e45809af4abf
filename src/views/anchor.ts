import { autoUpdate, computePosition, flip, hide, offset, shift } from "@floating-ui/dom";

/** Where a card stands that speaks of another element: beside it, or nowhere, since that is out of sight or not there. */
export type Place = { x: number; y: number } | "away" | "missing";

/**
 * Keeps a card beside the element with a test id, through scrolling, resizing, and when the element comes or goes.
 * @param onplace hears where the card has to stand, in pixels of the window.
 * @returns a function that ends this.
 */
export function anchor(card: HTMLElement, testId: string, onplace: (place: Place) => void): () => void {
  const find = () => document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  let target: HTMLElement | null = null;
  let end = () => {};

  async function put(beside: HTMLElement): Promise<void> {
    const { x, y, middlewareData } = await computePosition(beside, card, {
      strategy: "fixed",
      placement: "right-start",
      middleware: [
        offset(12),
        flip({ fallbackPlacements: ["left-start", "bottom", "top"] }),
        shift({ padding: 12, crossAxis: true }),
        hide(),
      ],
    });
    if (beside === target) onplace(middlewareData.hide?.referenceHidden ? "away" : { x, y });
  }

  function look(): void {
    const found = find();
    if (found === target && target !== null) return;
    end();
    target?.removeAttribute("data-toured");
    target = found;
    end = () => {};
    if (!found) {
      onplace("missing");
      return;
    }
    found.setAttribute("data-toured", "");
    end = autoUpdate(found, card, () => void put(found));
  }

  // Panels come with the model, and are made anew when the window changes.
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    observer.disconnect();
    end();
    target?.removeAttribute("data-toured");
  };
}

/** Scrolls the element with a test id into sight, unless it begins in the upper half of what is in sight. */
export function scrollTo(testId: string, smooth: boolean): void {
  const element = document.querySelector(`[data-testid="${testId}"]`);
  if (!element) return;
  const frame = (element.closest(".column") ?? document.documentElement).getBoundingClientRect();
  const [top, bottom] = [Math.max(0, frame.top), Math.min(innerHeight, frame.bottom)];
  const begin = element.getBoundingClientRect().top;
  if (begin < top || begin > (top + bottom) / 2)
    element.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "auto" });
}
