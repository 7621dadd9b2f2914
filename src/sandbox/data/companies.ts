/** A customer company, and the chat organizations that may be its own. */
export interface Company {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  /** Keys of the chat organizations whose ids the account carries. */
  readonly carries: readonly string[];
  readonly organizations: readonly CompanyOrganization[];
}

/** How a chat organization names the account that it belongs to. */
export interface CompanyOrganization {
  readonly key: string;
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
  readonly archived?: true;
}

/** Every company with an account; the comments name the join case of those that follow. */
export const companies: readonly Company[] = [
  // SOURCE_ID: the account carries the organization's id, and nothing else ties the two.
  byId("acme", "Acme Robotics", "acme.example"),
  byId("zuiderzee", "Zuiderzee Logistiek", "zuiderzee.example"),
  byId("skane", "Skåne Möbler", "skane-mobler.example"),
  byId("zagle", "Łódź Żagle", "zagle.example"),
  byId("hakodate", "函館水産", "hakodate.example"),
  byId("hangang", "한강 모빌리티", "hangang.example"),
  byId("nile", "دلتا النيل للتجارة", "nile-delta.example"),
  byId("haifa", "נמל חיפה", "haifa-port.example"),
  byId("dnipro", "Дніпро Енерго", "dnipro.example"),
  // SOURCE_ID of an archived organization, which no list shows.
  byId("velvet", "Velvet Café", "velvet-cafe.example", { archived: true }),
  byId("ogden", "Ogden & Sons", "ogden.example", { archived: true }),
  byId("ostrava", "Ostravské ocelárny", "ostrava-steel.example", { archived: true }),
  // WEBSITE, in the spellings that a URL allows.
  byWebsite(
    "bluebird",
    "Bluebird Mobility",
    "bluebird.example",
    "https://WWW.Bluebird.Example:8443/contact?lang=en",
  ),
  byWebsite("nordlys", "Nordlys Kraft", "nordlys.example", "http://nordlys.example./"),
  byWebsite(
    "brauhaus",
    "Münchner Brauhaus",
    "münchner-brauhaus.example",
    "https://www.xn--mnchner-brauhaus-jzb.example/bier",
  ),
  byWebsite("nandu", "Café Ñandú", "xn--and-6ma2c.example", "https://ñandú.example/menú"),
  byWebsite("cini", "İstanbul Çini", "istanbul-cini.example", "HTTPS://ISTANBUL-CINI.EXAMPLE"),
  byWebsite("athina", "Αθήνα Ταξίδια", "athina.example", "https://athina.example/el/epikoinonia"),
  byWebsite("masala", "मुंबई मसाला", "mumbai-masala.example", "www.mumbai-masala.example"),
  byWebsite("optics", "深圳光电", "shenzhen-optics.example", "https://shenzhen-optics.example:443/"),
  byWebsite("petal", "PetalWorks", "PetalWorks.example", "https://petalworks.example"),
  byWebsite("azulejo", "Azulejo Digital", "azulejo.example", "https://www.azulejo.example/#sobre"),
  byWebsite("boreal", "Forêt Boréale", "foret-boreale.example", "https://foret-boreale.example/fr"),
  byWebsite("quokka", "Quokka Outdoor", "quokka.example", "https://quokka.example"),
  // EMAIL_DOMAIN: the organization states no website.
  byEmail("tromso", "Tromsø Fjordreiser", "tromso-fjord.example", "post@tromso-fjord.example"),
  byEmail("sakura", "さくら不動産", "sakura-homes.example", "Support@Sakura-Homes.Example"),
  byEmail("gruyere", "Fromagerie de Gruyère", "gruyere.example", "bonjour@gruyere.example"),
  byEmail("volga", "Волга Тур", "volga-tour.example", "help@volga-tour.example"),
  byEmail("busan", "부산 조선", "busan-yards.example", "chat@busan-yards.example"),
  byEmail("curitiba", "Curitiba Calçados", "curitiba-calcados.example", "ola@curitiba-calcados.example"),
  // A free-mail domain ties no person to a company.
  byEmail("gmail", "Bakkerij Van Dijk", "gmail.com", "bakkerij.vandijk@gmail.com"),
  // Two candidates: by the ids it carries, by website, by e-mail domain.
  several("gemini", "Gemini Clinics", "gemini.example", ["gemini-a", "gemini-b"], {}),
  several("crossroads", "Crossroads Retail", "crossroads.example", [], { url: "https://crossroads.example" }),
  several("harbour", "Harbour Lights", "harbour-lights.example", [], {
    email: "crew@harbour-lights.example",
  }),
  // Rank 1 wins over rank 2, and rank 2 over rank 3.
  {
    ...byId("pivot", "Pivot Insurance", "pivot.example"),
    organizations: [
      ...byId("pivot", "Pivot Insurance", "pivot.example").organizations,
      { key: "pivot-web", name: "Pivot Website", url: "https://pivot.example" },
    ],
  },
  {
    ...alone("lantern", "Lantern Books", "lantern.example"),
    organizations: [
      { key: "lantern-mail", name: "Lantern Mail", email: "hello@lantern.example" },
      { key: "lantern-web", name: "Lantern Web", url: "https://lantern.example/shop" },
    ],
  },
  // Two accounts carry the id of one organization.
  byId("twin", "Twin Peaks Media", "twin-media.example"),
  { ...alone("twin-events", "Twin Peaks Events", "twin-events.example"), carries: ["twin"] },
  // The organization of another account, which carries its id, is also this one's by website.
  alone("satellite", "Satellite Parcels", "hangang-chat.example"),
  // No match: a subdomain is another host, an archived organization is matched by its id alone, an id leads nowhere.
  byWebsite("umbrella", "Umbrella Shop", "shop.umbrella.example", "https://umbrella.example"),
  {
    ...alone("retired", "Retired Records", "retired.example"),
    organizations: [
      { key: "retired", name: "Retired Records", url: "https://retired.example", archived: true },
    ],
  },
  { ...alone("dangling", "Dangling Cables", "dangling.example"), carries: ["(never existed)"] },
  // No organization at all.
  alone("solaris", "Solaris Energía", "solaris.example"),
  alone("kestrel", "Kestrel Aviation", "kestrel.example"),
  alone("mistral", "Mistral Vins", "mistral.example"),
  alone("baobab", "Baobab Finance", "baobab.example"),
  alone("fennec", "Fennec Games", "fennec.example"),
];

/** These, and as many more as it takes, which no chat organization belongs to. */
export const companiesUpTo = (count: number): readonly Company[] => [
  ...companies,
  ...Array.from({ length: Math.max(0, count - companies.length) }, (_, number) =>
    alone(`branch-${number}`, `Branch Office ${number}`, `branch-${number}.example`),
  ),
];

function byId(key: string, name: string, domain: string, more: { archived?: true } = {}): Company {
  const host = `${key}-chat.example`;
  const organization = { key, name, url: `https://${host}`, email: `team@${host}`, ...more };
  return { key, name, domain, carries: [key], organizations: [organization] };
}

function byWebsite(key: string, name: string, domain: string, url: string): Company {
  const organization = { key, name, url, email: `${key}@inbox.example` };
  return { key, name, domain, carries: [], organizations: [organization] };
}

function byEmail(key: string, name: string, domain: string, email: string): Company {
  return { key, name, domain, carries: [], organizations: [{ key, name, email }] };
}

function several(
  key: string,
  name: string,
  domain: string,
  carries: readonly string[],
  tie: { url?: string; email?: string },
): Company {
  const organizations = [
    { key: `${key}-a`, name: `${name} North`, ...tie },
    { key: `${key}-b`, name: `${name} South`, ...tie },
  ];
  return { key, name, domain, carries, organizations };
}

function alone(key: string, name: string, domain: string): Company {
  return { key, name, domain, carries: [], organizations: [] };
}
