#!/usr/bin/env node
import { main } from "../src/faces/cli/main.ts";

process.exitCode = await main(process.argv.slice(2));
