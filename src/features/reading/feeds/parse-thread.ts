// The thread behind parse-apart.ts: takes a text, answers with what it says or what is wrong.
import { parentPort, workerData } from "node:worker_threads";
import { readOpml } from "./opml.ts";
import { readFeed } from "./parse-feed.ts";
import type { ParseRequest } from "./parsed.ts";

const request = workerData as ParseRequest;
parentPort?.postMessage(request.wanted === "feed" ? readFeed(request.text, request.base) : readOpml(request.text));
