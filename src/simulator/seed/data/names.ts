/** Written form and reading of common family names. */
export const FAMILY_NAMES =
  "佐藤:サトウ 鈴木:スズキ 高橋:タカハシ 田中:タナカ 伊藤:イトウ 渡辺:ワタナベ 山本:ヤマモト 中村:ナカムラ " +
  "小林:コバヤシ 加藤:カトウ 吉田:ヨシダ 山田:ヤマダ 佐々木:ササキ 山口:ヤマグチ 松本:マツモト 井上:イノウエ " +
  "木村:キムラ 林:ハヤシ 斎藤:サイトウ 清水:シミズ 山崎:ヤマザキ 森:モリ 池田:イケダ 橋本:ハシモト " +
  "阿部:アベ 石川:イシカワ 山下:ヤマシタ 中島:ナカジマ 石井:イシイ 小川:オガワ 前田:マエダ 岡田:オカダ " +
  "長谷川:ハセガワ 藤田:フジタ 後藤:ゴトウ 近藤:コンドウ 村上:ムラカミ 遠藤:エンドウ 青木:アオキ 坂本:サカモト " +
  "福田:フクダ 太田:オオタ 西村:ニシムラ 藤井:フジイ 金子:カネコ 岡本:オカモト 藤原:フジワラ 中野:ナカノ " +
  "三浦:ミウラ 原田:ハラダ 中川:ナカガワ 松田:マツダ 竹内:タケウチ 小野:オノ 田村:タムラ 中山:ナカヤマ " +
  "和田:ワダ 石田:イシダ 森田:モリタ 上田:ウエダ 原:ハラ 内田:ウチダ 柴田:シバタ 酒井:サカイ " +
  "宮崎:ミヤザキ 横山:ヨコヤマ 高木:タカギ 安藤:アンドウ 宮本:ミヤモト 大野:オオノ 小島:コジマ 谷口:タニグチ " +
  "今井:イマイ 工藤:クドウ 高田:タカダ 増田:マスダ 丸山:マルヤマ 杉山:スギヤマ 村田:ムラタ 大塚:オオツカ " +
  "新井:アライ 小山:コヤマ 平野:ヒラノ 藤本:フジモト 河野:コウノ 上野:ウエノ 野口:ノグチ 武田:タケダ " +
  "松井:マツイ 千葉:チバ 岩崎:イワサキ 菅原:スガワラ 木下:キノシタ 久保:クボ 佐野:サノ 野村:ノムラ";

/** Written form, reading and Latin letters of common given names. */
export const GIVEN_NAMES =
  "太郎:タロウ:taro 一郎:イチロウ:ichiro 健一:ケンイチ:kenichi 誠:マコト:makoto 隆:タカシ:takashi 浩:ヒロシ:hiroshi " +
  "茂:シゲル:shigeru 清:キヨシ:kiyoshi 進:ススム:susumu 勝:マサル:masaru 実:ミノル:minoru 正:タダシ:tadashi " +
  "和夫:カズオ:kazuo 博:ヒロシ:hiroshi 明:アキラ:akira 修:オサム:osamu 豊:ユタカ:yutaka 剛:ツヨシ:tsuyoshi " +
  "大輔:ダイスケ:daisuke 翔太:ショウタ:shota 拓也:タクヤ:takuya 直樹:ナオキ:naoki 健太:ケンタ:kenta 達也:タツヤ:tatsuya " +
  "哲也:テツヤ:tetsuya 和也:カズヤ:kazuya 雄太:ユウタ:yuta 亮:リョウ:ryo 翼:ツバサ:tsubasa 蓮:レン:ren " +
  "湊:ミナト:minato 陽翔:ハルト:haruto 大和:ヤマト:yamato 悠真:ユウマ:yuma 樹:イツキ:itsuki 颯太:ソウタ:sota " +
  "花子:ハナコ:hanako 幸子:サチコ:sachiko 和子:カズコ:kazuko 洋子:ヨウコ:yoko 恵子:ケイコ:keiko 京子:キョウコ:kyoko " +
  "節子:セツコ:setsuko 久美子:クミコ:kumiko 由美子:ユミコ:yumiko 真由美:マユミ:mayumi 明美:アケミ:akemi 裕子:ユウコ:yuko " +
  "陽子:ヨウコ:yoko 直美:ナオミ:naomi 智子:トモコ:tomoko 恵:メグミ:megumi 香織:カオリ:kaori 愛:アイ:ai " +
  "美咲:ミサキ:misaki 彩:アヤ:aya 舞:マイ:mai 千尋:チヒロ:chihiro 遥:ハルカ:haruka 葵:アオイ:aoi " +
  "結衣:ユイ:yui 陽菜:ヒナ:hina 凛:リン:rin 美月:ミツキ:mitsuki 桜:サクラ:sakura 七海:ナナミ:nanami " +
  "千代子:チヨコ:chiyoko 文子:フミコ:fumiko 絵里:エリ:eri 麻衣:マイ:mai 綾香:アヤカ:ayaka 奈々:ナナ:nana";
