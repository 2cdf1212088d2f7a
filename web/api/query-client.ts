import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./client.ts";

// the server is on this machine: it answers without a network, and what it does not answer must be told at once
const LOCAL = "always";

/** What the page knows of the server; one for the whole page, so that routes can begin to load before they show. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: LOCAL,
      staleTime: 30_000,
      // what the server refused it will refuse again; only silence is worth another try
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
    mutations: { networkMode: LOCAL },
  },
});
