import type { PropType } from 'vue'
import { computed, defineComponent, ref } from 'vue'

type Row = Record<string, string | number>

export default defineComponent({
  name: 'DataTable',
  props: {
    columns: { type: Array as PropType<string[]>, required: true },
    rows: { type: Array as PropType<Row[]>, required: true },
  },
  setup(props) {
    const by = ref(props.columns[1])
    const down = ref(false)
    const sorted = computed(() => {
      const rows = [...props.rows].sort((a, b) => (a[by.value] < b[by.value] ? -1 : a[by.value] > b[by.value] ? 1 : 0))
      return down.value ? rows.reverse() : rows
    })
    const press = (column: string) => {
      down.value = by.value === column && !down.value
      by.value = column
    }
    return () => (
      <table class="data-table">
        <thead>
          <tr>
            {props.columns.map(column => (
              <th key={column} onClick={() => press(column)} style={{ cursor: 'pointer' }}>
                {column}
                {by.value === column ? (down.value ? ' ▾' : ' ▴') : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.value.map(row => (
            <tr key={row.language}>
              {props.columns.map(column => <td>{row[column]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    )
  },
})
