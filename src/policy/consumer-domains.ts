/**
 * Domains whose every address is another private person: free mail, mobile carriers and home
 * providers in Japan, sub-domains included (`d.vodafone.ne.jp`, `a01.itscom.net`).
 */
export const CONSUMER_DOMAINS: readonly string[] = (
  "gmail.com googlemail.com " +
  "yahoo.co.jp yahoo.ne.jp ymail.ne.jp yahoo.com ymail.com ybb.ne.jp " +
  "icloud.com me.com mac.com privaterelay.appleid.com " +
  "outlook.com outlook.jp hotmail.com hotmail.co.jp live.jp live.com msn.com passport.com " +
  "aol.com aol.jp gmx.com gmx.net mail.com zoho.com " +
  "proton.me protonmail.com pm.me tutanota.com tuta.com fastmail.com " +
  "qq.com 163.com 126.com naver.com daum.net yandex.com mail.ru " +
  "docomo.ne.jp mopera.net mopera.ne.jp dwmail.jp " +
  "ezweb.ne.jp au.com ido.ne.jp uqmobile.jp uqwimax.jp " +
  "softbank.ne.jp i.softbank.jp disney.ne.jp jp-t.ne.jp vodafone.ne.jp " +
  "ymobile.ne.jp ymobile1.ne.jp y-mobile.ne.jp emnet.ne.jp emobile.ne.jp emobile-s.ne.jp " +
  "willcom.com willcom-inc.com pdx.ne.jp rakuten.jp mineo.jp " +
  "nifty.com nifty.ne.jp biglobe.ne.jp so-net.ne.jp so-net.jp ocn.ne.jp " +
  "plala.or.jp dion.ne.jp asahi-net.or.jp hi-ho.ne.jp wakwak.com tiki.ne.jp " +
  "jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp home.ne.jp eonet.ne.jp commufa.jp t-com.ne.jp " +
  "itscom.net nuro.jp excite.co.jp goo.jp mail.goo.ne.jp infoseek.jp livedoor.com"
).split(" ");
