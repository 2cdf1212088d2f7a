/** An amount a year with its currency, as a search is narrowed by it: "150000 USD". */
export const PAY_ASKED = /^\d{1,9} \S{1,4}$/;
