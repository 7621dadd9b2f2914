/** The credentials that open the emulated Assembled; they open nothing else. */
export const assembledCredentials: { readonly apiKey: string } = { apiKey: "sk_live_sandbox" };
