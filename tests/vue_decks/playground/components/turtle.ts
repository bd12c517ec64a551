export interface Walk {
  points: [number, number][]
  problem?: { line: number, text: string }
}

/** forward N, back N, left N, right N: one word and one number a line */
export function walk(program: string): Walk {
  const points: Walk['points'] = [[0, 0]]
  let heading = 0
  for (const [index, line] of program.split('\n').entries()) {
    if (!line.trim())
      continue
    const [word, number] = line.trim().split(/\s+/)
    const amount = Number(number)
    if (Number.isNaN(amount))
      return { points, problem: { line: index + 1, text: `${word} how much?` } }
    switch (word) {
      case 'left': heading -= amount; break
      case 'right': heading += amount; break
      case 'forward':
      case 'back': {
        const [x, y] = points.at(-1)!
        const far = word === 'back' ? -amount : amount
        const angle = (heading * Math.PI) / 180
        points.push([x + far * Math.cos(angle), y + far * Math.sin(angle)])
        break
      }
      default:
        return { points, problem: { line: index + 1, text: `what is "${word}"?` } }
    }
  }
  return { points }
}
