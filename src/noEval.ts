/**
 * Runs before any schema is made: zod would try whether it may make code of its own, which the page's policy forbids,
 * and the browser would report that as a violation.
 */
import { config } from "zod";

config({ jitless: true });
