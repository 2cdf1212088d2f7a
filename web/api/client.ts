/** A request that did not succeed, in the words the server (or this page) has for it. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly mend: string | undefined;

  constructor(failure: { code: string; status: number; message: string; mend?: string | undefined }) {
    super(failure.message);
    this.name = "ApiError";
    this.code = failure.code;
    this.status = failure.status;
    this.mend = failure.mend;
  }
}

const SERVER_DOWN = {
  code: "server-down",
  status: 0,
  message: "The server does not answer.",
  mend: "Start it again with `npm start`. What you typed is kept in this browser.",
} as const;

/** What to say when an answer carries no words of its own (a proxy's, or one cut short). */
const byStatus: Record<number, { message: string; mend: string }> = {
  404: { message: "There is nothing here by that name.", mend: "Go back to the list." },
  413: {
    message: "The code is larger than the server accepts.",
    mend: "Make it shorter: a solution needs a few kilobytes.",
  },
  429: { message: "Too many requests at once.", mend: "Wait a moment and try again." },
  507: { message: "The server's disk is full.", mend: "Free some space; what you typed is kept in this browser." },
};

/**
 * Sends a request; an answer outside 2xx, or none at all, throws an {@link ApiError}.
 * Aborting rejects with the browser's own AbortError, which is no failure of the server.
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { accept: "application/json", ...init.headers } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(SERVER_DOWN);
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, signal ? { signal } : {})).json() as Promise<T>;
}

export async function sendJson<T>(
  method: "POST" | "PUT",
  path: string,
  body: unknown,
  init: RequestInit = {},
): Promise<T> {
  return (await send(path, jsonRequest(method, body, init))).json() as Promise<T>;
}

export function jsonRequest(method: "POST" | "PUT", body: unknown, init: RequestInit = {}): RequestInit {
  return {
    ...init,
    method,
    headers: { "content-type": "application/json", ...init.headers },
    body: JSON.stringify(body),
  };
}

async function failureOf(response: Response): Promise<ApiError> {
  const { status } = response;
  const told = await response.json().then(
    (body: unknown) => errorIn(body),
    () => undefined,
  );
  const fallback = byStatus[status] ?? { message: `The server answered ${status}.`, mend: "Try again." };
  return new ApiError({
    status,
    code: told?.code ?? `http-${status}`,
    message: told?.message ?? fallback.message,
    mend: told ? told.mend : fallback.mend,
  });
}

type Told = { code: string; message: string; mend: string | undefined };

function errorIn(body: unknown): Told | undefined {
  if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
  const { error } = body;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return {
    code: "code" in error ? String(error.code) : "unknown",
    message: String(error.message),
    mend: "mend" in error && error.mend != null ? String(error.mend) : undefined,
  };
}

/** A failure of any origin in one sentence, with its mend where there is one. */
export function describeFailure(error: unknown): { message: string; mend?: string } {
  if (error instanceof ApiError)
    return error.mend ? { message: error.message, mend: error.mend } : { message: error.message };
  return { message: "Something on this page went wrong.", mend: "Reload it; what you typed is kept." };
}
