// Who signs for an office, in the lines that stand over the signature (Decree 30/2020, Phụ lục I, II.7): the head himself, a
// deputy for him (KT.), somebody below by his order (TL.) or with his written authority (TUQ.). Offers only: a template
// or the person who exports says otherwise.

const COMMITTEE = 'TM. ỦY BAN NHÂN DÂN'

/** The usual blocks of an office of that level, the commonest first; each is its lines from above. */
export function signerBlocks(level: string): readonly (readonly string[])[] {
  switch (level) {
    case 'xa':
    case 'huyen':
    case 'tinh':
      return [
        [COMMITTEE, 'CHỦ TỊCH'],
        [COMMITTEE, 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
        ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
        ['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
      ]
    case 'so_nganh':
      return [['GIÁM ĐỐC'], ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']]
    default:
      return [['THỦ TRƯỞNG ĐƠN VỊ'], ['KT. THỦ TRƯỞNG ĐƠN VỊ', 'PHÓ THỦ TRƯỞNG ĐƠN VỊ']]
  }
}

export function usualSignerLines(level: string): readonly string[] {
  return signerBlocks(level)[0]!
}
