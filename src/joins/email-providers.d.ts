/** Hosts that give e-mail addresses to the public; the package brings no types. */
declare module "email-providers" {
  const hosts: readonly string[];
  // biome-ignore lint/style/noDefaultExport: it is what the package has.
  export default hosts;
}
