/** What arrives is taken in first, and what is worked off still goes on. */
import { expect, test } from 'vitest'
import { createPrecedence } from '../../services/precedence.ts'

test('work goes on at once where nothing arrives, and where it has all been taken in or refused', async () => {
  const precedence = createPrecedence()
  await precedence.turn()
  expect(await precedence.arriving(Promise.resolve('taken'))).toBe('taken')
  await expect(precedence.arriving(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  let went = false
  const turn = precedence.turn().then(() => {
    went = true
  })
  await Promise.resolve()
  await Promise.resolve()
  expect(went).toBe(true)
  await turn
})

test('work waits while something arrives, and not for what comes after', async () => {
  const precedence = createPrecedence()
  const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const order: string[] = []
  const taking = [precedence.arriving(first.promise), precedence.arriving(second.promise)]
  const turn = precedence.turn().then(() => order.push('work'))
  order.push('first')
  first.resolve(undefined)
  await taking[0]
  order.push('second')
  second.resolve(undefined)
  await Promise.all([...taking, turn])
  expect(order).toEqual(['first', 'second', 'work'])
})

test('work goes on after a moment however long something arrives', async () => {
  const precedence = createPrecedence()
  const never = Promise.withResolvers<undefined>()
  const taking = precedence.arriving(never.promise)
  await expect(precedence.turn()).resolves.toBeUndefined()
  never.resolve(undefined)
  await taking
})
