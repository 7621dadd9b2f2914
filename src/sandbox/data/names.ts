/** A made-up human being. */
export interface Human {
  readonly givenName: string;
  readonly familyName: string;
  /** Both names in Latin letters, as they stand in an e-mail address. */
  readonly emailName: string;
  /** ISO 3166 code in two letters. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
  /** Hours ahead of UTC in winter. */
  readonly utcOffsetHours: number;
}

// Country, zone, offset, given names, family names. The last word of each name is its form in an e-mail address.
const cultures = `
NL|Europe/Amsterdam|1|Sanne sanne,Daniël daniel,Zoë zoe,Joris joris,Maaike maaike,Thijs thijs|de Vries devries,van den Berg vandenberg,Jansen jansen,Kuipers kuipers,Smit smit,Visser visser
JP|Asia/Tokyo|9|さくら sakura,健太 kenta,陽菜 hina,大輔 daisuke,美咲 misaki,翔 sho|佐藤 sato,鈴木 suzuki,高橋 takahashi,田中 tanaka,渡辺 watanabe,山本 yamamoto
US|America/Los_Angeles|-8|Ava ava,Noah noah,Olivia olivia,Liam liam,Imani imani,Mateo mateo|O'Connor oconnor,Johnson johnson,Nguyen nguyen,Washington washington,Begay begay,Smith smith
GR|Europe/Athens|2|Ελένη eleni,Γιώργος giorgos,Μαρία maria,Νίκος nikos,Σοφία sofia,Κώστας kostas|Παπαδόπουλος papadopoulos,Γεωργίου georgiou,Νικολάου nikolaou,Αγγελίδης angelidis,Βασιλείου vasileiou,Ξενάκης xenakis
IN|Asia/Kolkata|5.5|आरव aarav,प्रिया priya,रोहन rohan,अनन्या ananya,विक्रम vikram,दीपिका deepika|शर्मा sharma,पटेल patel,सिंह singh,गुप्ता gupta,जोशी joshi,रेड्डी reddy
BR|America/Sao_Paulo|-3|João joao,Conceição conceicao,Luís luis,Inês ines,Tomé tome,Letícia leticia|Gonçalves goncalves,Araújo araujo,Magalhães magalhaes,Simões simoes,Brandão brandao,Farias farias
PL|Europe/Warsaw|1|Łukasz lukasz,Małgorzata malgorzata,Grażyna grazyna,Święcisław swiecislaw,Zofia zofia,Paweł pawel|Wiśniewski wisniewski,Wójcik wojcik,Kamiński kaminski,Zieliński zielinski,Żak zak,Dąbrowski dabrowski
SA|Asia/Riyadh|3|فاطمة fatima,محمد mohammed,ليلى layla,يوسف yousef,نورة noura,خالد khalid|العتيبي alotaibi,القحطاني alqahtani,الشمري alshammari,الحربي alharbi,الدوسري aldosari,الغامدي alghamdi
KR|Asia/Seoul|9|서연 seoyeon,민준 minjun,지우 jiwoo,하은 haeun,도윤 doyun,수빈 subin|김 kim,이 lee,박 park,최 choi,정 jung,강 kang
MX|America/Mexico_City|-6|José jose,Guadalupe guadalupe,Ximena ximena,Raúl raul,Íñigo inigo,Begoña begona|Hernández hernandez,Muñoz munoz,Núñez nunez,Peña pena,Ibáñez ibanez,Zúñiga zuniga
UA|Europe/Kyiv|2|Олена olena,Тарас taras,Їванка ivanka,Юрій yurii,Ганна hanna,Євген yevhen|Шевченко shevchenko,Коваленко kovalenko,Бондаренко bondarenko,Щербак shcherbak,Лук'яненко lukianenko,Мельник melnyk
CN|Asia/Shanghai|8|伟 wei,芳 fang,娜 na,强 qiang,秀英 xiuying,磊 lei|王 wang,李 li,张 zhang,刘 liu,欧阳 ouyang,陈 chen
TR|Europe/Istanbul|3|Ayşe ayse,Çağrı cagri,Gülşen gulsen,İbrahim ibrahim,Işıl isil,Ömer omer|Yılmaz yilmaz,Şahin sahin,Öztürk ozturk,Kılıç kilic,Güneş gunes,Doğan dogan
IL|Asia/Jerusalem|2|נועה noa,איתן eitan,תמר tamar,יונתן yonatan,שירה shira,דוד david|כהן cohen,לוי levi,מזרחי mizrahi,פרץ peretz,ביטון biton,אברהם avraham
DE|Europe/Berlin|1|Jörg joerg,Käthe kaethe,Günther guenther,Sören soeren,Änne aenne,Björn bjoern|Müller mueller,Groß gross,Schröder schroeder,Köhler koehler,Weiß weiss,Böhm boehm
FR|Europe/Paris|1|Chloé chloe,François francois,Anaïs anais,Jérôme jerome,Hélène helene,Benoît benoit|Lefèvre lefevre,Dubœuf duboeuf,Garçon garcon,Noël noel,Château chateau,Rétif retif`
  .trim()
  .split("\n")
  .map((line) => {
    const [country = "", timezone = "", offset = "", given = "", family = ""] = line.split("|");
    return {
      country,
      timezone,
      utcOffsetHours: Number(offset),
      given: spelled(given),
      family: spelled(family),
    };
  });

const perCulture = 36;
const distinct = cultures.length * perCulture;

/** The human being of a number; names repeat after some hundreds, addresses never do. */
export function human(number: number): Human {
  const round = Math.floor(number / distinct);
  const turn = Math.floor((number % distinct) / cultures.length);
  const culture = at(cultures, number);
  const given = at(culture.given, turn);
  const family = at(culture.family, turn + Math.floor(turn / culture.given.length));
  return {
    givenName: given.name,
    familyName: family.name,
    emailName: `${given.latin}.${family.latin}${round === 0 ? "" : round}`,
    country: culture.country,
    timezone: culture.timezone,
    utcOffsetHours: culture.utcOffsetHours,
  };
}

/** The item at a place, counted round and round. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new RangeError("no items");
  return item;
}

function spelled(names: string): { name: string; latin: string }[] {
  return names.split(",").map((entry) => {
    const space = entry.lastIndexOf(" ");
    return { name: entry.slice(0, space), latin: entry.slice(space + 1) };
  });
}
