// The thread behind read-apart.ts: takes what a board sent, answers with what it says or what is wrong.
import { parentPort, workerData } from "node:worker_threads";
import { type Board, readBoard } from "./read-board.ts";

const { board, body } = workerData as { board: Board; body: string };
parentPort?.postMessage(readBoard(board, body));
