import type { Standing } from "./spec.ts";

/** What computing costs and how fast it is. Prices are US dollars an hour. */
export type Accelerator = {
  name: string;
  dollarsPerHour: number;
  memoryBytes: number;
  /** Bytes a second. */
  bandwidth: number;
  /** Dense 16-bit operations a second, peak. */
  flops: number;
  /** Throughput on ranking models, one L4 being 1. Proposed by us. */
  ranking: number;
  standing: Standing;
  source: string;
};

const GB = 1e9;
const TERA = 1e12;
const DATASHEET = "memory, bandwidth and peak from the vendor's data sheet";

export const ACCELERATORS: Record<string, Accelerator> = {
  T4: {
    name: "T4",
    dollarsPerHour: 0.4,
    memoryBytes: 16 * GB,
    bandwidth: 0.3 * TERA,
    flops: 65 * TERA,
    ranking: 0.5,
    standing: "proposed",
    source: `price proposed by us; ${DATASHEET}`,
  },
  L4: {
    name: "L4",
    dollarsPerHour: 0.75,
    memoryBytes: 24 * GB,
    bandwidth: 0.3 * TERA,
    flops: 121 * TERA,
    ranking: 1,
    standing: "proposed",
    source: `price proposed by us; ${DATASHEET}`,
  },
  A10: {
    name: "A10",
    dollarsPerHour: 1.29,
    memoryBytes: 24 * GB,
    bandwidth: 0.6 * TERA,
    flops: 125 * TERA,
    ranking: 1.3,
    standing: "second-hand",
    source: `list price of a cloud; ${DATASHEET}`,
  },
  A100: {
    name: "A100",
    dollarsPerHour: 1.99,
    memoryBytes: 40 * GB,
    bandwidth: 1.555 * TERA,
    flops: 312 * TERA,
    ranking: 3,
    standing: "second-hand",
    source: `list price of a cloud, the 40 GB card; ${DATASHEET}`,
  },
  H100: {
    name: "H100",
    dollarsPerHour: 3.29,
    memoryBytes: 80 * GB,
    bandwidth: 2 * TERA,
    flops: 756 * TERA,
    ranking: 6,
    standing: "second-hand",
    source: `list price of a cloud, PCIe; ${DATASHEET}`,
  },
};

/** A core of a general-purpose cloud machine with its share of memory, US dollars an hour. Proposed by us. */
export const CORE_DOLLARS_PER_HOUR = 0.045;
/** A gigabyte of memory in a cache, US dollars an hour. Proposed by us. */
export const CACHE_GB_DOLLARS_PER_HOUR = 0.012;
/** A gigabyte on replicated disks, US dollars a month. Proposed by us. */
export const DISK_GB_DOLLARS_PER_MONTH = 0.12;
/** An hour of a trained reviewer with overhead, US dollars. Proposed by us. */
export const REVIEWER_DOLLARS_PER_HOUR = 22;
export const HOURS_PER_MONTH = 730;
