import { expect, test } from "vitest";
import { payInText } from "./pay-in-text.ts";

const read = (text: string) =>
  payInText(text).map(({ min, max, currency, interval }) => [min, max, currency, interval]);

test.each([
  ["The annual base salary range is $180,000 – $240,000 USD.", [180_000, 240_000, "USD", "year"]],
  ["Salary: £95k-£120k", [95_000, 120_000, "GBP", null]],
  ["Salary 95–120k EUR per year", [95_000, 120_000, "EUR", "year"]],
  ["Gehalt: € 80.000 im Jahr", [80_000, 80_000, "EUR", "year"]],
  ["Gehalt: 80.000 € bis 95.000 € pro Jahr", [80_000, 95_000, "EUR", "year"]],
  ["Pay: CHF 130'000 to CHF 150'000 a year", [130_000, 150_000, "CHF", "year"]],
  ["Compensation is ₹30,00,000 - ₹45,00,000 per annum", [3_000_000, 4_500_000, "INR", "year"]],
  ["We pay $62.50 to $80.00 per hour.", [62.5, 80, "$", "hour"]],
  ["Salary: C$120,000 - C$150,000", [120_000, 150_000, "CAD", null]],
  ["Pay range\n$180,000—$240,000 USD", [180_000, 240_000, "USD", null]],
  ["Salary up to £95k", [null, 95_000, "GBP", null]],
  ["salary from €70,000 per year", [70_000, null, "EUR", "year"]],
  ["Base pay between 160 000 and 190 000 SEK per month", [160_000, 190_000, "SEK", "month"]],
])("%s", (text, pay) => {
  expect(read(text)).toEqual([pay]);
});

test.each([
  "We raised $20,000,000 - $25,000,000 last year.",
  "Our platform moves $5M - $10M a day.",
  "Grow revenue from $100,000 to $200,000 per year.",
  "A learning budget of €2,000 a year.",
  "Our team of 10-20 people.",
  "Salary competitive. Founded 2015 - 2020.",
  "A sign-on bonus of $10,000 - $20,000.",
  "Latency from 100 to 200 ms.",
  "We have 180,000 – 240,000 users.",
  "Relocation of $10,000 - $15,000 is paid.",
])("no pay is read out of: %s", (text) => {
  expect(read(text)).toEqual([]);
});

test("what was read is quoted, and said twice is read once", () => {
  const pays = payInText("The salary is $180,000 – $240,000 per year.\nAgain: pay of $180,000 – $240,000.");
  expect(pays).toEqual([expect.objectContaining({ quote: "$180,000 – $240,000", from: "text" })]);
});
