import providers from "email-providers";
import { comparableHost } from "../resolving/host.ts";

/** Providers that the package lacks, in the regions that the three systems serve. */
const others =
  `myyahoo.com aol.de tutanota.com tutanota.de tuta.io tuta.com fastmail.com zohomail.com zohomail.eu
   zohomail.in passmail.net posteo.de mailfence.com duck.com relay.firefox.com icloud.com.cn live.at live.no live.se
   bbox.fr tim.it ziggo.nl xs4all.nl casema.nl upcmail.nl quicknet.nl tele2.nl kpnplanet.nl caiway.nl solcon.nl
   versatel.nl wxs.nl proximus.be scarlet.be pandora.be hispeed.ch aon.at poczta.onet.pl onet.eu op.pl tlen.pl vp.pl
   go2.pl azet.sk citromail.hu mail.bg telia.com online.no narod.ru mynet.com sohu.com 139.com vip.163.com kakao.com
   nifty.com`.split(/\s+/);

/** Providers with a host in nearly every country, below its top-level domain: `yahoo.nl`, `hotmail.co.uk`. */
const inEveryCountry = /^(?:aol|gmx|hotmail|outlook|yahoo|yandex)\.(?:com?\.)?[a-z]{2}$/;

/** Set aside for examples (RFC 2606), and in the package all the same. */
const noProvider = "example.com";

const freeMailHosts: ReadonlySet<string> = new Set(
  [...providers, ...others]
    .flatMap((host) => comparableHost(host) ?? [])
    .filter((host) => host !== noProvider),
);

/**
 * Whether a host, as hosts are compared, gives addresses to the public, so that sharing it says nothing of two records.
 */
export const isFreeMailHost = (host: string): boolean => freeMailHosts.has(host) || inEveryCountry.test(host);
