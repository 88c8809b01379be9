import type { Alert } from '../../topics/model.js';

/** The words for each kind of alert that translators and translation programs put into `[!…]`. */
const words: Record<Alert['kind'], string> = {
  note: `note notes opmerking notitie hinweis anmerkung remarque note nota uwaga poznámka megjegyzés bemærk merk obs
    huomautus not примечание примітка 注 注意事项 注記 メモ 注解 說明 说明 备注 참고 ملاحظة הערה σημείωση`,
  tip: `tip tips tipp tipps conseil conseils astuce astuces sugerencia sugerencias consejo dica dicas suggerimento
    suggerimenti wskazówka porada vihje ipucu совет порада ヒント 提示 팁 تلميح עצה עצות συμβουλή`,
  important: `important importante belangrijk wichtig ważne viktigt vigtigt viktig tärkeää önemli важно важливо
    重要 중요 هام مهم חשוב σημαντικό`,
  warning: `warning warnings waarschuwing warnung avertissement advertencia aviso avviso ostrzeżenie varning advarsel
    varoitus uyarı предупреждение попередження 警告 경고 تحذير אזהרה προειδοποίηση`,
  caution: `caution voorzichtig let-op achtung vorsicht attention precaución cuidado attenzione przestroga försiktighet
    forsigtig внимание увага 注意 주의 تنبيه זהירות προσοχή`,
};

const kinds = new Map(
  Object.entries(words).flatMap(([kind, all]) =>
    all.split(/\s+/).map((word) => [word, kind as Alert['kind']] as const),
  ),
);

/** The kind of alert that a word stands for, in any case and language; `undefined` for a word that nobody knows. */
export const kindOf = (word: string): Alert['kind'] | undefined => kinds.get(word.toLowerCase());

/** What a video is called where its page has no name. */
const videos: Record<string, string> = {
  fr: 'Vidéo',
  es: 'Vídeo',
  pt: 'Vídeo',
  pl: 'Wideo',
  ru: 'Видео',
  uk: 'Відео',
  ar: 'فيديو',
  he: 'סרטון',
  ja: 'ビデオ',
  ko: '동영상',
  zh: '视频',
  el: 'Βίντεο',
};

export const videoWord = (locale: string): string => videos[locale.split('-')[0]!] ?? 'Video';
