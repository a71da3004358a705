/** Divisions (GB/T 2260) that the desks meet, in Chinese and in English. */
const PLACES: Record<string, [string, string]> = {
  '110000': ['北京市', 'Beijing'], '110112': ['通州区', 'Tongzhou'], '150000': ['内蒙古自治区', 'Inner Mongolia'],
  '150100': ['呼和浩特市', 'Hohhot'], '310000': ['上海市', 'Shanghai'], '320100': ['南京市', 'Nanjing'],
  '330000': ['浙江省', 'Zhejiang'], '330100': ['杭州市', 'Hangzhou'], '330200': ['宁波市', 'Ningbo'], '330282': ['慈溪市', 'Cixi'],
  '330400': ['嘉兴市', 'Jiaxing'], '330822': ['常山县', 'Changshan'], '340000': ['安徽省', 'Anhui'], '340100': ['合肥市', 'Hefei'],
  '350000': ['福建省', 'Fujian'], '350100': ['福州市', 'Fuzhou'], '350200': ['厦门市', 'Xiamen'], '350203': ['思明区', 'Siming'],
  '350205': ['海沧区', 'Haicang'], '350206': ['湖里区', 'Huli'], '350211': ['集美区', 'Jimei'], '350212': ['同安区', "Tong'an"],
  '350213': ['翔安区', "Xiang'an"], '350500': ['泉州市', 'Quanzhou'], '350600': ['漳州市', 'Zhangzhou'], '360000': ['江西省', 'Jiangxi'],
  '360100': ['南昌市', 'Nanchang'], '361123': ['玉山县', 'Yushan'], '410000': ['河南省', 'Henan'], '410100': ['郑州市', 'Zhengzhou'],
  '420000': ['湖北省', 'Hubei'], '420100': ['武汉市', 'Wuhan'], '420600': ['襄阳市', 'Xiangyang'], '430000': ['湖南省', 'Hunan'],
  '430100': ['长沙市', 'Changsha'], '440000': ['广东省', 'Guangdong'], '440100': ['广州市', 'Guangzhou'], '440300': ['深圳市', 'Shenzhen'],
  '510000': ['四川省', 'Sichuan'], '510100': ['成都市', 'Chengdu'],
};

export function place(division: string, language: string): string {
  const names = PLACES[division];
  return names ? (language === 'en' ? names[1] : names[0]) : division;
}

/** The services write divisions by their codes in English; here they get their names. */
export function withPlaces(text: string, language: string): string {
  return language === 'en' ? text.replace(/\b[1-8]\d{5}\b/g, (code) => place(code, language)) : text;
}
