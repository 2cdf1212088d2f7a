// The thread behind read-pdf.ts: takes the bytes, answers with the text or what is wrong.
import { parentPort, workerData } from "node:worker_threads";
import { textOfPdf } from "./text-of-pdf.ts";

parentPort?.postMessage(await textOfPdf(workerData as Uint8Array));
