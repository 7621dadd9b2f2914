interface Setting {
  readonly name: string;
  readonly about: string;
  readonly byDefault?: string;
}

const section = <const Settings extends readonly Setting[]>(title: string, settings: Settings) => ({
  title,
  settings,
});

/** Every environment variable that the gateway reads; help and `.env.example` are printed from it. */
export const settings = [
  section("Gateway", [
    { name: "PORT", about: "Port to listen on.", byDefault: "4000" },
    {
      name: "HOST",
      about:
        "Address to listen on. On a loopback address only requests to localhost, 127.x or [::1] are answered.",
      byDefault: "127.0.0.1",
    },
    {
      name: "ALLOWED_ORIGINS",
      about: "Origins whose pages may call the gateway, separated by commas. Loopback origins unless given.",
    },
    {
      name: "ALLOW_UNAUTHENTICATED",
      about:
        "true lets real systems be reached through a HOST other than loopback, although clients do not authenticate.",
    },
    {
      name: "EXPLAIN",
      about:
        "Whether the header X-Explain tells clients of the calls behind their operations: true or false. True unless NODE_ENV is production.",
    },
    {
      name: "DRAIN_DELAY_MS",
      about:
        "Milliseconds for which it goes on answering after SIGTERM, while /health/ready says 503, so that load balancers turn away.",
      byDefault: "2000",
    },
    {
      name: "SANDBOX",
      about:
        "Systems to emulate, separated by commas: assembly, assembled, web1on1. All three when nothing of any system is set.",
    },
  ]),
  section("Assembly", [
    { name: "ASSEMBLY_URL", about: "Base URL.", byDefault: "https://api.wavelength.cx" },
    { name: "ASSEMBLY_API_KEY", about: "API key." },
  ]),
  section("Assembled", [
    { name: "ASSEMBLED_URL", about: "Base URL, without /v0.", byDefault: "https://api.assembledhq.com" },
    { name: "ASSEMBLED_API_KEY", about: "API key." },
    { name: "ASSEMBLED_API_VERSION", about: "Version of the API.", byDefault: "2024-05-22" },
  ]),
  section("Web1on1", [
    { name: "WEB1ON1_URL", about: "Base URL.", byDefault: "https://api.web1on1.chat/v2" },
    { name: "WEB1ON1_TOKEN", about: "Token of a bot user; preferred over a log-in." },
    { name: "WEB1ON1_EMAIL", about: "E-mail address to log in with, together with WEB1ON1_PASSWORD." },
    { name: "WEB1ON1_PASSWORD", about: "Password to log in with." },
  ]),
] as const;
