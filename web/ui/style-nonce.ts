const told = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/** The nonce under which this page may add style sheets; none in development, where no policy is set. */
export const styleNonce: string | undefined = told && !told.startsWith("__") ? told : undefined;
