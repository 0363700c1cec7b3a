import { expect, test } from 'vitest'
import { pinStrength } from './pinStrength.ts'

test('PINs that a colleague would try first are called weak', () => {
  for (const pin of ['123456', '000000', '111222', 'matkhau', 'admin123', '12345', '199001', 'qwerty']) {
    expect(pinStrength(pin), pin).toBe('weak')
  }
})

test('a phrase of a few words is called strong', () => {
  for (const pin of ['trâu ăn cỏ bờ đê', 'Sáng nay 7 con cò']) expect(pinStrength(pin), pin).toBe('strong')
})

test('a random row of eight digits is fair, not strong', () => {
  expect(pinStrength('83915074')).toBe('fair')
})
