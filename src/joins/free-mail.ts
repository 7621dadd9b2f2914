/**
 * Hosts that give addresses to anybody, so that sharing one says nothing of two records. Kept by hand: the common
 * providers of the regions that the three systems serve.
 */
const freeMailHosts: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.jp hotmail.com hotmail.co.uk
   hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.nl live.com live.nl live.co.uk live.fr live.de live.it msn.com
   windowslive.com yahoo.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.com.br
   yahoo.com.mx yahoo.ca yahoo.in yahoo.com.au yahoo.com.hk yahoo.com.tw ymail.com rocketmail.com myyahoo.com aol.com
   aol.de aim.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de
   tuta.io tuta.com fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu mail.com email.com usa.com
   gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr gmx.co.uk web.de t-online.de freenet.de arcor.de online.de posteo.de
   mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it
   alice.it tin.it tim.it ziggo.nl kpnmail.nl planet.nl hetnet.nl xs4all.nl home.nl casema.nl chello.nl upcmail.nl
   quicknet.nl zonnet.nl telenet.be skynet.be proximus.be bluewin.ch hispeed.ch aon.at btinternet.com virginmedia.com
   sky.com talktalk.net ntlworld.com blueyonder.co.uk mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru
   rambler.ru ukr.net i.ua wp.pl o2.pl onet.pl interia.pl poczta.onet.pl gazeta.pl seznam.cz centrum.cz email.cz
   post.cz azet.sk centrum.sk freemail.hu citromail.hu abv.bg mail.bg qq.com foxmail.com 163.com 126.com yeah.net
   sina.com sina.cn sohu.com aliyun.com 139.com naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp
   ezweb.ne.jp softbank.ne.jp nifty.com rediffmail.com indiatimes.com uol.com.br bol.com.br terra.com.br ig.com.br
   globo.com r7.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net
   juno.com netzero.net optonline.net rogers.com shaw.ca sympatico.ca bigpond.com bigpond.net.au optusnet.com.au
   telia.com spray.se online.no mailfence.com runbox.com hushmail.com duck.com relay.firefox.com mail2world.com
   walla.co.il walla.com netvision.net.il maktoob.com sapo.pt mynet.com`.split(/\s+/),
);

/** Whether a host, as hosts are compared, belongs to a provider of free mail. */
export const isFreeMailHost = (host: string): boolean => freeMailHosts.has(host);
