import type { SlotValue, Split } from "../make/types.ts";

export interface RealQuestion {
  /** As in StableToolBench's questions; its text is read from there. */
  id: string;
  split: Split;
  function: string;
  values: Record<string, SlotValue["as"]>;
}

const text = (value: string): SlotValue["as"] => ({ text: value, list: [value] });

/** Real questions that ask for one of our functions alone. What they hold was read by hand. */
export const realQuestions: readonly RealQuestion[] = [
  {
    id: "G1_category-28",
    split: "train",
    function: "package-tracking",
    values: { number: text("CA107308006SI") },
  },
  {
    id: "G1_category-4415",
    split: "train",
    function: "email-validation",
    values: { email: text("info@mycompany.com") },
  },
  {
    id: "G1_category-12688",
    split: "train",
    function: "page-capture",
    values: { url: text("https://www.companywebsite.com") },
  },
  { id: "G1_category-26613", split: "train", function: "movie-search", values: { movie: text("Inception") } },
  {
    id: "G1_category-86502",
    split: "train",
    function: "qr-code",
    values: { content: text("John Doe, CEO of ABC Company, contact: john@abccompany.com") },
  },
  {
    id: "G1_instruction-86084",
    split: "train",
    function: "web-search",
    values: { topic: text("latest smartphone model") },
  },
  {
    id: "G1_instruction-58949",
    split: "train",
    function: "home-search",
    values: { city: text("Scottsdale"), kind: { option: 1 } },
  },
  { id: "G1_category-86297", split: "test", function: "qr-code", values: { content: text("www.blog.com") } },
  {
    id: "G1_instruction-87632",
    split: "test",
    function: "product-barcode",
    values: { code: text("543216789") },
  },
  {
    id: "G1_instruction-88193",
    split: "test",
    function: "nutrition",
    values: { food: text("2 pounds of chicken, 1 cup of rice, and 3 tablespoons of olive oil") },
  },
  {
    id: "G1_tool-86105",
    split: "test",
    function: "page-capture",
    values: { url: text("https://www.example.com"), full: { boolean: true } },
  },
];
