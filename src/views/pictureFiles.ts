import type { PicturePalette } from "../domain/picture";
import type { PictureStyle } from "../state/pictures";
import { percent, weightWords } from "./format";

/** Pixels of a PNG for each unit of its SVG. */
const SCALE = 2;

const tokens: Record<keyof PicturePalette, string> = {
  ground: "--ground",
  surface: "--surface",
  ink: "--ink",
  soft: "--ink-soft",
  line: "--line",
  accent: "--accent",
  bar: "--bar",
  rest: "--bar-rest",
  warm: "--warm",
  cold: "--cold",
  label: "--caution",
  labelGround: "--caution-soft",
};

/** How a picture looks and writes its numbers, as the page does now. */
export function pictureStyle(): PictureStyle {
  return { palette: palette(), percent, weight: weightWords };
}

/** The page's colours as they are now, each as `#rrggbb`, whatever way its token is written. */
function palette(): PicturePalette {
  const probe = document.body.appendChild(document.createElement("span"));
  const context = canvas(1, 1);
  const hex = (token: string) => {
    probe.style.color = `var(${token})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, "0")).join("")}`;
  };
  const colours = Object.fromEntries(Object.entries(tokens).map(([part, token]) => [part, hex(token)]));
  probe.remove();
  return colours as Record<keyof PicturePalette, string>;
}

/** An SVG document as an address; the page's policy allows no other way to show one. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** An SVG document as a PNG, at twice its size. @throws Error if the browser can't draw it. */
export async function rasterised(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const [width, height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  const context = canvas(width, height);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    context.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas.toBlob gave nothing")))),
  );
}

function canvas(width: number, height: number): CanvasRenderingContext2D {
  const element = document.createElement("canvas");
  [element.width, element.height] = [width, height];
  const context = element.getContext("2d");
  if (!context) throw new Error("canvas.getContext gave nothing");
  return context;
}
