import type { FunctionalComponent } from 'vue'

type Tone = 'good' | 'bad' | 'plain'
const COLOURS: Record<Tone, string> = { good: 'bg-green-100 text-green-800', bad: 'bg-red-100 text-red-800', plain: 'bg-gray-100 text-gray-800' }

const Badge: FunctionalComponent<{ tone?: Tone }> = ({ tone = 'plain' }, { slots }) => (
  <span class={['rounded px-2 py-1', COLOURS[tone]]}>{slots.default?.()}</span>
)
Badge.props = ['tone']

export default Badge
