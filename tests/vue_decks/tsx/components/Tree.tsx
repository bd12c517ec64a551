import type { PropType } from 'vue'
import { defineComponent } from 'vue'

interface Node { name: string, children?: Node[] }

const Tree = defineComponent({
  name: 'Tree',
  props: { node: { type: Object as PropType<Node>, required: true } },
  setup(props) {
    return () => (
      <div class="pl-4">
        {props.node.children ? '▾' : '·'}
        {' '}
        <code>{props.node.name}</code>
        {props.node.children?.map(child => <Tree node={child} />)}
      </div>
    )
  },
})

export default Tree
