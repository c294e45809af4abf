import { expect, onTestFinished, test, vi } from "vitest";
import type { openStore } from "../../src/store/store";
import { ada, ben, freshName, interaction, openSeeded, order } from "./storeSamples";

declare global {
  interface Window {
    openStore?: typeof openStore;
  }
}

/** Another document of the page, with modules and database connections of its own. */
async function openDocument(): Promise<{ frame: HTMLIFrameElement; openStore: typeof openStore }> {
  const frame = document.createElement("iframe");
  const module = new URL("/src/store/store.ts", location.href).href;
  frame.srcdoc = `<script type="module">import { openStore } from "${module}"; window.openStore = openStore;</script>`;
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const open = await vi.waitUntil(() => frame.contentWindow?.openStore, 10_000);
  return { frame, openStore: open };
}

test("another document sees everything, also after the one that wrote it went away without closing", async () => {
  const name = freshName();
  const first = await openDocument();
  const writer = await first.openStore(name);
  await writer.seed([]);
  await writer.addUser(ada);
  await writer.putInteraction(interaction("b", { position: 1 }));
  await writer.putInteraction(interaction("a", { position: 2 }));
  await writer.moveInteraction("ada", "a", 0);
  first.frame.remove();

  const second = await openDocument();
  const reader = await second.openStore(name);
  expect(await reader.users()).toEqual([ada]);
  expect(await order(reader)).toEqual(["a", "b"]);
});

test("a document is told of commits in another", async () => {
  const name = freshName();
  const store = await openSeeded(name);
  const other = await (await openDocument()).openStore(name);
  const told = vi.fn();
  store.onChange(told);
  await other.removeUser("ada");
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(await store.users()).toEqual([ben]);
});
