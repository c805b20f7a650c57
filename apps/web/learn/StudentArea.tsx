export default function StudentArea() {
  return null
}
