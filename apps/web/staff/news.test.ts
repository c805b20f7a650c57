import { describe, expect, it } from 'vitest'
import { readNews } from './news.ts'

describe('a message of the stream', () => {
  it('names a topic and whom it is about', () => {
    expect(readNews('{"topic":"response.marked","key":"019a"}')).toEqual({
      topic: 'response.marked',
      key: '019a',
    })
  })
  it.each(['', 'null', '{}', '{"topic":1,"key":"a"}', '{"topic":'])('is nothing when it is %s', (data) => {
    expect(readNews(data)).toBeNull()
  })
})
