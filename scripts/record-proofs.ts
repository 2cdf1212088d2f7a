// npm run proofs: keeps what was proven on this machine in the repository, so that a fresh clone proves what has changed since.
import { cpSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [made, recorded] = [join(root, ".holdout", "proofs"), join(root, "content", "proofs")];
cpSync(made, recorded, { recursive: true });
console.log(`what was proven is in ${recorded}; commit it with what was changed`);
