/** What lets a caller into the emulated Assembled; it opens nothing else. */
export const assembledCredentials: { readonly apiKey: string } = { apiKey: "sk_live_sandbox" };
