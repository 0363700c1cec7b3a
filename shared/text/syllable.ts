// Knows what a written Vietnamese syllable can be: onset + rime + tone. Used to tell which of several readings of one
// text is Vietnamese. It never corrects spelling.

const ONSETS = new Set(' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '))

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong ooc oong op ot oc ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uên ui um un ung uơ uôc uôi uôm uôn ' +
    'uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'y ych yêm yên yêng yêt yêu ym yn ynh yt êng yu'
  ).split(' '),
)

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether one lower- or upper-case word, NFC or NFD, could be a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const spread = word.toLowerCase().normalize('NFD')
  const tones = spread.match(TONES) ?? []
  if (tones.length > 1) return false
  const plain = spread.replace(TONES, '').normalize('NFC')
  // A syllable that ends in a stop is said only with the sharp or the heavy tone.
  const stopped = /(c|ch|p|t)$/.test(plain)
  if (stopped && tones.length === 1 && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false
  for (let cut = Math.min(3, plain.length - 1); cut >= 0; cut--) {
    if (ONSETS.has(plain.slice(0, cut)) && RIMES.has(plain.slice(cut))) return true
  }
  return false
}
