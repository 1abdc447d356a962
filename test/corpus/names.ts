import type { SeededRandom } from "../../src/simulator/seed/random";

/**
 * Names of people who do not exist, written by hand for this corpus. A third of them are chosen to be
 * far from the detector's dictionary: rare family names, names of Okinawa and Amami, slips of the
 * pen, names of the last years; the others are names that everybody knows, fewer of them than in a
 * real list (1,000 family names cover some 70 % of the people in Japan).
 */
export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** "Given Family" in Latin letters. */
  readonly latin: string;
  readonly origin: "japan" | "abroad";
}

const FAMILIES =
  "四月一日 ワタヌキ Watanuki,小比類巻 コヒルイマキ Kohiruimaki,一尺八寸 カマツカ Kamatsuka,東江 アガリエ Agarie," +
  "喜屋武 キャン Kyan,仲村渠 ナカンダカリ Nakandakari,渡嘉敷 トカシキ Tokashiki,勘解由小路 カデノコウジ Kadenokoji," +
  "雲母 キララ Kirara,鶏冠井 カイデ Kaide,十六沢 イザサワ Izasawa,神々廻 シシバ Shishiba,毒島 ブスジマ Busujima," +
  "百目鬼 ドウメキ Domeki,瓜生田 ウリュウダ Uryuda,狩集 カリアツマリ Kariatsumari,満留 ミツドメ Mitsudome," +
  "東風平 コチンダ Kochinda,安次嶺 アシミネ Ashimine,波照間 ハテルマ Hateruma,砂辺 スナベ Sunabe,鑓水 ヤリミズ Yarimizu," +
  "釈迦郡 シャカゴオリ Shakagori,一寸木 チョッキ Chokki,名嘉真 ナカマ Nakama,我如古 ガネコ Ganeko,栗花落 ツユリ Tsuyuri," +
  "樹神 コダマ Kodama,纐纈 コウケツ Koketsu,五百旗頭 イオキベ Iokibe,左衛門三郎 サエモンサブロウ Saemonsaburo," +
  "小豆畑 アズハタ Azuhata,帯刀 タテワキ Tatewaki,鹿子木 カノコギ Kanokogi,阿比留 アビル Abiru,杠 ユズリハ Yuzuriha," +
  "鴇田 トキタ Tokita,齋籐 サイトウ Saito,佐籐 サトウ Sato,渡邉 ワタナベ Watanabe,髙梨 タカナシ Takanashi,簗瀬 ヤナセ Yanase," +
  "於保 オホ Oho,曽我部 ソガベ Sogabe,樺澤 カバサワ Kabasawa,廿日出 ハツカデ Hatsukade,百百 ドド Dodo,鎌形 カマガタ Kamagata," +
  "能仁 ノウニン Nonin,蛭海 ヒルカイ Hirukai,躑躅森 ツツジモリ Tsutsujimori,夏秋 ナツアキ Natsuaki,安居院 アグイ Agui," +
  "丑田 ウシダ Ushida,粉奈 コナ Kona,生天目 ナマタメ Namatame,丁子谷 チョウジヤ Chojiya,幸松 コウマツ Komatsu," +
  "楢﨑 ナラサキ Narasaki,鬼木 オニキ Oniki,日暮 ヒグラシ Higurashi,薄葉 ウスバ Usuba,榧野 カヤノ Kayano,不破 フワ Fuwa";

const GIVEN =
  "琥珀 コハク Kohaku,凪紗 ナギサ Nagisa,恵瑠 エル Eru,亜蘭 アラン Aran,歩睦 アユム Ayumu,澪央 レオ Reo,羅夢 ラム Ramu," +
  "慧伍 ケイゴ Keigo,雅楽 ウタ Uta,雷斗 ライト Raito,樹里亜 ジュリア Juria,八重乃 ヤエノ Yaeno,虎之介 トラノスケ Toranosuke," +
  "與志子 ヨシコ Yoshiko,喜久恵 キクエ Kikue,勢津子 セツコ Setsuko,民恵 タミエ Tamie,宇宙 ソラ Sora,星凛 アカリ Akari," +
  "月 ルナ Runa,蒼唯 アオイ Aoi,りり愛 リリア Riria,みく里 ミクリ Mikuri,のえる ノエル Noeru,ソフィア ソフィア Sofia," +
  "つむぎ ツムギ Tsumugi,いろは イロハ Iroha,心愛 ココア Kokoa,七音 ナオ Nao,一二三 ヒフミ Hifumi,九十九 ツクモ Tsukumo," +
  "十兵衛 ジュウベエ Jubee,桐人 キリト Kirito,玄 ゲン Gen,鼓 ツヅミ Tsuzumi,竜馬 リョウマ Ryoma,芳穂 カホ Kaho," +
  "千登勢 チトセ Chitose,弥寿男 ヤスオ Yasuo,亀代 カメヨ Kameyo,末廣 スエヒロ Suehiro,叶夢 カナム Kanamu,蓮桜 レオ Reo," +
  "美羽音 ミウネ Miune,惺 サトル Satoru,侑弦 ユヅル Yuzuru,湊都 ミナト Minato,珠々葉 スズハ Suzuha,晴琉 ハル Haru," +
  "ゆい子 ユイコ Yuiko,マツ マツ Matsu,タカ子 タカコ Takako,キヨシ キヨシ Kiyoshi,寅次郎 トラジロウ Torajiro,朔 サク Saku";

const COMMON_FAMILIES =
  "佐藤 サトウ Sato,鈴木 スズキ Suzuki,高橋 タカハシ Takahashi,田中 タナカ Tanaka,渡辺 ワタナベ Watanabe,伊藤 イトウ Ito," +
  "中村 ナカムラ Nakamura,小林 コバヤシ Kobayashi,山本 ヤマモト Yamamoto,加藤 カトウ Kato,吉田 ヨシダ Yoshida,山口 ヤマグチ Yamaguchi," +
  "松本 マツモト Matsumoto,井上 イノウエ Inoue,木村 キムラ Kimura,林 ハヤシ Hayashi,清水 シミズ Shimizu,森 モリ Mori,池田 イケダ Ikeda," +
  "橋本 ハシモト Hashimoto,石川 イシカワ Ishikawa,前田 マエダ Maeda,小川 オガワ Ogawa,藤田 フジタ Fujita,岡田 オカダ Okada," +
  "長谷川 ハセガワ Hasegawa,村上 ムラカミ Murakami,近藤 コンドウ Kondo,石井 イシイ Ishii,坂本 サカモト Sakamoto,遠藤 エンドウ Endo," +
  "青木 アオキ Aoki,西村 ニシムラ Nishimura,福田 フクダ Fukuda,太田 オオタ Ota,三浦 ミウラ Miura,藤原 フジワラ Fujiwara,竹内 タケウチ Takeuchi," +
  "五十嵐 イガラシ Igarashi,今井 イマイ Imai,大塚 オオツカ Otsuka,丸山 マルヤマ Maruyama,小山 コヤマ Koyama,新井 アライ Arai";

const COMMON_GIVEN =
  "誠 マコト Makoto,浩 ヒロシ Hiroshi,健一 ケンイチ Kenichi,裕子 ユウコ Yuko,恵子 ケイコ Keiko,翔太 ショウタ Shota,美咲 ミサキ Misaki," +
  "直樹 ナオキ Naoki,和子 カズコ Kazuko,幸子 サチコ Sachiko,大輔 ダイスケ Daisuke,陽子 ヨウコ Yoko,隆 タカシ Takashi,由美子 ユミコ Yumiko," +
  "真由美 マユミ Mayumi,拓也 タクヤ Takuya,さくら サクラ Sakura,結衣 ユイ Yui,蓮 レン Ren,大翔 ヒロト Hiroto,千尋 チヒロ Chihiro," +
  "智子 トモコ Tomoko,淳 ジュン Jun,正雄 マサオ Masao,清 キヨシ Kiyoshi,茂 シゲル Shigeru,節子 セツコ Setsuko,久美子 クミコ Kumiko," +
  "亮 リョウ Ryo,彩花 アヤカ Ayaka,優太 ユウタ Yuta,悠斗 ユウト Yuto,葵 アオイ Aoi,めぐみ メグミ Megumi,洋介 ヨウスケ Yosuke,雅人 マサト Masato";

/** Of a hundred family names, and of a hundred given names. */
const COMMON_PERCENT = 65;

const ABROAD =
  "グエン ティ・ラン Thi_Lan_Nguyen,サントス マリア Maria_Santos,シュレスタ ラジェシュ Rajesh_Shrestha,オコンクウォ チネドゥ Chinedu_Okonkwo," +
  "スミス ジョナサン Jonathan_Smith,キム ミンジュン Minjun_Kim,ワン シャオリン Xiaolin_Wang,ペレイラ ジョアン Joao_Pereira,デラクルス アンジェリカ Angelica_Dela_Cruz," +
  "ミュラー カタリーナ Katharina_Müller,オブライエン シボーン Siobhan_O'Brien,ラフマン モハメド Mohamed_Rahman,イワノワ エカテリーナ Ekaterina_Ivanova,チャン ヴァン・ミン Van_Minh_Tran";

interface Part {
  readonly kanji: string;
  readonly kana: string;
  readonly latin: string;
}

const parts = (text: string): readonly Part[] =>
  text.split(",").map((each) => {
    const [kanji = "", kana = "", latin = ""] = each.split(" ");
    return { kanji, kana, latin: latin.replace(/_/g, " ") };
  });

const RARE_FAMILY_NAMES = parts(FAMILIES);
const RARE_GIVEN_NAMES = parts(GIVEN);
const COMMON_FAMILY_NAMES = parts(COMMON_FAMILIES);
const COMMON_GIVEN_NAMES = parts(COMMON_GIVEN);
const FOREIGN_NAMES = parts(ABROAD);

export function japaneseName(random: SeededRandom): PersonName {
  const family = random.pick(
    random.chance(COMMON_PERCENT) ? COMMON_FAMILY_NAMES : RARE_FAMILY_NAMES,
  );
  const given = random.pick(random.chance(COMMON_PERCENT) ? COMMON_GIVEN_NAMES : RARE_GIVEN_NAMES);
  return {
    family: family.kanji,
    given: given.kanji,
    familyKana: family.kana,
    givenKana: given.kana,
    latin: `${given.latin} ${family.latin}`,
    origin: "japan",
  };
}

/** In katakana, family name first, as Japanese lists have names from abroad. */
export function foreignName(random: SeededRandom): PersonName {
  const { kanji, kana, latin } = random.pick(FOREIGN_NAMES);
  return {
    family: kanji,
    given: kana,
    familyKana: kanji,
    givenKana: kana,
    latin,
    origin: "abroad",
  };
}
