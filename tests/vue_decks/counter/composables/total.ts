import { readonly, ref } from 'vue'

const total = ref(0)

export function useTotal() {
  const add = (by: number) => {
    total.value += by
  }
  return { total: readonly(total), add }
}
