import { defineComponent, ref } from 'vue'

export default defineComponent({
  name: 'Panel',
  props: { title: String },
  setup(props, { slots }) {
    const count = ref(0)
    return () => (
      <section class="border rounded-lg p-4">
        <header class="flex gap-4">
          <strong>{props.title}</strong>
          <button class="panel-button border rounded px-2" onClick={() => count.value++}>again</button>
        </header>
        {slots.default?.()}
        <footer class="op70">{slots.actions ? slots.actions({ count: count.value }) : <i>no actions</i>}</footer>
      </section>
    )
  },
})
